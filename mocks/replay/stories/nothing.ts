/** An id that nothing has. */
export const nothing = '00000000-0000-0000-0000-000000000000'
