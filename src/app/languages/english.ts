import attachments from './en/attachments.json'
import changeVolume from './en/changeVolume.json'
import createVolume from './en/createVolume.json'
import frame from './en/frame.json'
import signIn from './en/signIn.json'
import ui from './en/ui.json'
import volumeDetails from './en/volumeDetails.json'
import volumes from './en/volumes.json'

/** All texts in English, by namespace. */
export const english = {
  attachments,
  changeVolume,
  createVolume,
  frame,
  signIn,
  ui,
  volumeDetails,
  volumes,
}
