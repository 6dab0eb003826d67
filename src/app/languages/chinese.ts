import administration from './zh-CN/administration.json'
import attachments from './zh-CN/attachments.json'
import audit from './zh-CN/audit.json'
import backEnds from './zh-CN/backEnds.json'
import backups from './zh-CN/backups.json'
import bulk from './zh-CN/bulk.json'
import changeVolume from './zh-CN/changeVolume.json'
import createVolume from './zh-CN/createVolume.json'
import dialogs from './zh-CN/dialogs.json'
import errors from './zh-CN/errors.json'
import failOver from './zh-CN/failOver.json'
import frame from './zh-CN/frame.json'
import hosts from './zh-CN/hosts.json'
import instances from './zh-CN/instances.json'
import lists from './zh-CN/lists.json'
import sharing from './zh-CN/sharing.json'
import signIn from './zh-CN/signIn.json'
import snapshots from './zh-CN/snapshots.json'
import transfers from './zh-CN/transfers.json'
import ui from './zh-CN/ui.json'
import volumeDetails from './zh-CN/volumeDetails.json'
import volumes from './zh-CN/volumes.json'
import volumeTypes from './zh-CN/volumeTypes.json'

/** All texts in Simplified Chinese, by namespace. */
export const chinese = {
  administration,
  attachments,
  audit,
  backEnds,
  backups,
  bulk,
  changeVolume,
  createVolume,
  dialogs,
  errors,
  failOver,
  frame,
  hosts,
  instances,
  lists,
  sharing,
  signIn,
  snapshots,
  transfers,
  ui,
  volumeDetails,
  volumes,
  volumeTypes,
}
