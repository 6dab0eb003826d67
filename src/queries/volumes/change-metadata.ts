import type { CloudScope } from '#src/model/cloud/scope.ts'
import type { MetadataChange } from '#src/model/volume/volume-metadata.ts'
import { addMetadata, type MetadataOwner, removeMetadata } from '#src/openstack/volumes/metadata.ts'

/** Sets and removes pairs; what else there is stays, also what somebody else is just adding. */
export async function changeMetadata(
  cloud: CloudScope,
  owner: MetadataOwner,
  { set, unset }: MetadataChange,
): Promise<void> {
  if (Object.keys(set).length > 0) await addMetadata(cloud, owner, set)
  await removeMetadata(cloud, owner, unset)
}
