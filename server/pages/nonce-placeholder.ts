/** What the build puts into the page wherever the nonce belongs; each answer has a fresh one in its place. */
export const noncePlaceholder = 'MOORING-NONCE'
