/**
 * What Playwright 1.65 has Chromium do without (`chromiumSwitches.ts`). Chromium heeds only the last list of this kind,
 * so ours has to repeat it.
 */
const ofPlaywright = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
]

/** Features of Chromium that the stories do without. */
export const disabledFeatures = [
  ...ofPlaywright,
  // Each new window would load two pages for its address bar: a fifth of all the time that a story takes of the machine.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  // A process for a site that is not visited.
  'SpareRendererForSitePerProcess',
]
