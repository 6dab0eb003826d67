import administration from './en/administration.json'
import attachments from './en/attachments.json'
import audit from './en/audit.json'
import backEnds from './en/backEnds.json'
import backups from './en/backups.json'
import bulk from './en/bulk.json'
import changeVolume from './en/changeVolume.json'
import createVolume from './en/createVolume.json'
import dialogs from './en/dialogs.json'
import errors from './en/errors.json'
import failOver from './en/failOver.json'
import frame from './en/frame.json'
import hosts from './en/hosts.json'
import instances from './en/instances.json'
import lists from './en/lists.json'
import sharing from './en/sharing.json'
import signIn from './en/signIn.json'
import snapshots from './en/snapshots.json'
import transfers from './en/transfers.json'
import ui from './en/ui.json'
import volumeDetails from './en/volumeDetails.json'
import volumes from './en/volumes.json'
import volumeTypes from './en/volumeTypes.json'

/** All texts in English, by namespace. */
export const english = {
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
