import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { VolumeId } from '#src/model/volume/volume.ts'
import { cinder } from '#src/openstack/http/http.ts'

/**
 * Asks for a volume to be deleted, with `cascade` its snapshots too, with `force` whatever its status is; it is being deleted when
 * the answer comes. Cinder takes force with snapshots in the query, and else as an action of administrators.
 */
export function deleteVolume(
  cloud: CloudScope,
  id: VolumeId,
  { cascade = false, force = false } = {},
) {
  const path = `/volumes/${encodeURIComponent(id)}`
  return force && !cascade
    ? cinder(cloud).send('POST', `${path}/action`, { body: { 'os-force_delete': {} } })
    : cinder(cloud).send('DELETE', path, {
        query: { cascade: cascade || undefined, force: force || undefined },
      })
}
