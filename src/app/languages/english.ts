import attachments from './en/attachments.json'
import createVolume from './en/createVolume.json'
import frame from './en/frame.json'
import instances from './en/instances.json'
import sharing from './en/sharing.json'
import signIn from './en/signIn.json'
import ui from './en/ui.json'
import volumes from './en/volumes.json'

/** All texts in English, by namespace. */
export const english = { attachments, createVolume, frame, instances, sharing, signIn, ui, volumes }
