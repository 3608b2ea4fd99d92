"""Addresses of changes that name something by an id which it has no more: where it is found now."""

from generator.model import FormerIds, RetiredKind
from generator.overlay.changes import WrittenChange, part_of
from generator.overlay.fingerprints import fingerprint
from generator.overlay.items import SEPARATOR, folded
from generator.overlay.selectors import ChangeTarget, Resolver, Unresolved
from generator.project import ProjectFile


def renamed(change: WrittenChange, lost: Unresolved, addresses: Resolver, base: ProjectFile) -> str | None:
    """The address at which the base now says what a change was written for: its step was given another id."""
    if lost.variant != "item" or not change.stated_base:
        return None
    before, _, rest = folded(change.address).partition(SEPARATOR + lost.name)
    found_again = []
    for name in addresses.names_in(before):
        address = f"{before}{SEPARATOR}{name}{rest}"
        target = addresses.find(address)
        if isinstance(target, ChangeTarget) and target.is_there:
            data = part_of(base.data, target.path)
            as_before = {**data, "id": lost.name} if isinstance(data, dict) and not rest else data
            if fingerprint(as_before) == change.stated_base:
                found_again.append(address)
    return found_again[0] if len(found_again) == 1 else None


def address_now(
    change: WrittenChange, lost: Unresolved, addresses: Resolver, base: ProjectFile, former: FormerIds
) -> str | None:
    """The address of what a change names by an id that was given up."""
    if lost.variant != "item":
        return None
    address = folded(change.address)
    for kind in RetiredKind:
        of_step = f"{base.id}#" if kind is RetiredKind.STEP else ""
        now = (former.now(kind, of_step + lost.name) or "").removeprefix(of_step)
        parts = [now if each.strip() == lost.name else each for each in address.split(SEPARATOR)]
        if now and isinstance(addresses.find(meant := SEPARATOR.join(parts)), ChangeTarget):
            return meant
    return None
