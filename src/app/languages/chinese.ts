import attachments from './zh-CN/attachments.json'
import createVolume from './zh-CN/createVolume.json'
import frame from './zh-CN/frame.json'
import instances from './zh-CN/instances.json'
import sharing from './zh-CN/sharing.json'
import signIn from './zh-CN/signIn.json'
import ui from './zh-CN/ui.json'
import volumes from './zh-CN/volumes.json'

/** All texts in Simplified Chinese, by namespace. */
export const chinese = { attachments, createVolume, frame, instances, sharing, signIn, ui, volumes }
