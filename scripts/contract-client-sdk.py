"""What programs do with openstacksdk's block storage calls, against the cloud that the environment names."""

import inspect
import time

import openstack

PATIENCE = 20


def until(what, check):
    end = time.monotonic() + PATIENCE
    while not check():
        if time.monotonic() > end:
            raise SystemExit(f'{what}: not within {PATIENCE} s')
        time.sleep(0.2)


def said(what):
    print(f'sdk: {what}', flush=True)


cloud = openstack.connect()
block = cloud.block_storage


def is_gone(find, name):
    return lambda: find(name, ignore_missing=True) is None


said('volumes')
volume = block.create_volume(name='sdk-disk', size=1, metadata={'team': 'db'}, description='-')
volume = block.wait_for_status(volume, status='available', wait=PATIENCE, interval=0.2)
assert block.find_volume('sdk-disk').id == volume.id
assert volume.id in [one.id for one in block.volumes(details=True, name='sdk-disk')]
block.set_volume_metadata(volume, tier='gold')
block.delete_volume_metadata(volume, keys=['tier'])
block.extend_volume(volume, 2)
until('it has grown', lambda: block.get_volume(volume).size == 2)
block.wait_for_status(block.get_volume(volume), status='available', wait=PATIENCE, interval=0.2)
block.set_volume_bootable_status(volume, True)
block.set_volume_readonly(volume, False)

said('snapshots')
snapshot = block.create_snapshot(volume_id=volume.id, name='sdk-snapshot')
snapshot = block.wait_for_status(snapshot, status='available', wait=PATIENCE, interval=0.2)
assert snapshot.id in [one.id for one in block.snapshots(volume_id=volume.id)]
block.reset_snapshot(snapshot, 'error')
block.reset_snapshot(snapshot, 'available')
block.delete_snapshot(snapshot)
until('the snapshot is gone', is_gone(block.find_snapshot, 'sdk-snapshot'))

said('types')
kind = block.create_type(name='sdk-type', is_public=False)
block.update_type_extra_specs(kind, multiattach='<is> True')
assert block.get_type(kind).extra_specs['multiattach'] == '<is> True'
block.delete_type_extra_specs(kind, ['multiattach'])
project = cloud.current_project_id
block.add_type_access(kind, project)
assert [one['project_id'] for one in block.get_type_access(kind)] == [project]
block.remove_type_access(kind, project)
block.update_type(kind, description='x')
block.delete_type(kind)
assert 'standard' in [one.name for one in block.types()]

said('backups')
backup = block.create_backup(volume_id=volume.id, name='sdk-backup')
until('the backup has failed', lambda: block.get_backup(backup).status == 'error')
assert backup.id in [one.id for one in block.backups(details=True, name='sdk-backup')]
block.wait_for_status(block.get_volume(volume), status='available', wait=PATIENCE, interval=0.2)

said('quotas and limits')
# Without its own quota the project demo may hold less than it does.
project = cloud.identity.find_project('research').id
quota = block.get_quota_set(project, usage=True)
assert quota.volumes >= 0
block.get_quota_set_defaults(project)
# Earlier releases take the quota itself, later ones the project.
takes_quota = 'quota_set' in inspect.signature(block.update_quota_set).parameters
block.update_quota_set(quota if takes_quota else project, volumes=300)
assert block.get_quota_set(project).volumes == 300
block.revert_quota_set(project)
assert block.get_limits().absolute.max_total_volumes is not None

said('what runs, and what else there is')
assert len(list(block.backend_pools())) == 2
assert block.get_capabilities('vm@shared').driver_version
assert len(list(block.availability_zones())) == 1
assert len(list(block.extensions())) > 10
assert len(list(block.resource_filters())) > 5
# Not every release has all of these.
lists = 'services groups group_types group_snapshots transfers attachments default_types'
for name in lists.split():
    if hasattr(block, name):
        found = list(getattr(block, name)())
        assert name != 'services' or 'cinder-volume' in [one.binary for one in found]
if hasattr(block, 'summary'):
    block.summary(False)

said('the end')
block.reset_volume_status(volume, 'error', 'detached', 'none')
block.reset_volume_status(volume, 'available', 'detached', 'none')
block.delete_volume(volume)
until('the volume is gone', is_gone(block.find_volume, 'sdk-disk'))
