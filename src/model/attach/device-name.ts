/** What Nova takes for a device: nova/block_device.py and its API's schema. */
const devicePattern = /^\/dev\/x?[a-z]?d?[a-z]+[0-9]*$/

/** Whether Nova would take the text for the name of a device, such as `/dev/vdc`. */
export const isDeviceName = (text: string): boolean => devicePattern.test(text)
