import type { Story } from '#mocks/replay/stage.ts'

const nothing = '00000000-0000-0000-0000-000000000000'

/** Volumes from images and other volumes, and wishes that Cinder refuses. */
export const makingVolumes: Story = async ({ volume, show, tell, image, type }) => {
  const tiny = image('tiny')
  const fromImage = await volume('rec2-from-image', 'multiattach', {
    label: '341-create-from-image-multiattach',
    imageRef: tiny,
  })
  await tell('342-volume-from-image', show(fromImage))
  await volume('rec2-clone', 'multiattach', { label: '343-create-clone', source_volid: fromImage })
  await volume('rec2-clone-type', 'standard', {
    label: '344-create-clone-other-type',
    source_volid: fromImage,
  })
  const refused = (label: string, wish: object) =>
    volume('rec2-no', 'multiattach', { label, ...wish })
  await refused('345-create-image-404', { imageRef: nothing })
  await refused('346-create-image-bad-uuid', { imageRef: 'nope' })
  await refused('347-create-source-404', { source_volid: nothing })
  await refused('348-create-snapshot-404', { snapshot_id: nothing })
  await refused('349-create-two-sources', { source_volid: fromImage, imageRef: tiny })
  await refused('350-create-size-text', { size: 'big' })
  await refused('351-create-size-negative', { size: -1 })
  await volume('rec2-size-string', 'multiattach', { label: '352-create-size-as-string', size: '1' })
  await refused('353-create-unknown-field', { colour: 'blue' })
  await refused('354-create-metadata-not-text', { metadata: { a: 1 } })
  await refused('355-create-description-too-long', { description: 'x'.repeat(256) })
  await volume(null, 'multiattach', { label: '356-create-name-null' })
  await volume('  rec2 spaces  ', 'multiattach', { label: '357-create-name-with-spaces' })
  await volume('rec2-type-by-id', type('multiattach'), { label: '358-create-type-by-id' })
  await volume('rec2-no-type', null, { label: '359-create-no-type-gets-default' })
  await volume('rec2-multiattach-false', 'standard', {
    label: '360-create-multiattach-false',
    multiattach: false,
  })
  const old = await volume('rec2-old', 'multiattach', {
    label: '361-create-multiattach-type-3.0',
    version: '3.0',
  })
  await tell('362-volume-multiattach-type-3.0', show(old, undefined, '3.0'))
}
