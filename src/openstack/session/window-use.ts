/** What counts as use of the page. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

let usedAt = performance.now()

if ('window' in globalThis)
  for (const sign of signs)
    window.addEventListener(sign, () => void (usedAt = performance.now()), {
      capture: true,
      passive: true,
    })

/** For how many seconds nobody has touched this window. */
export const idleSeconds = (): number => Math.floor((performance.now() - usedAt) / 1000)
