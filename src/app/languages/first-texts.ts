import frame from './en/frame.json'
import ui from './en/ui.json'
import volumes from './en/volumes.json'

/** What is read on the first page, in English: it comes with the page's code. */
export const firstTexts = { frame, ui, volumes }
