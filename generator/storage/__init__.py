"""Every file that is read, written or removed: in the project or what a command names, and whole or not at all.

No other room opens files (a test holds it), but for the data of the package (`generator.data_files`) and for
what the site's engine reads and writes itself.
"""

from generator.storage.guard import OutsideError, leads_outside, within
from generator.storage.made import (
    NotOursError,
    all_files,
    is_harmless,
    made_before,
    not_made,
    note_made,
    note_of,
    write_over_own,
)
from generator.storage.reading import (
    bytes_there,
    entries,
    files_below,
    is_file,
    is_folder,
    is_there,
    links_below,
    places_of,
    read_beginning,
    read_bytes,
    why_unreadable,
)
from generator.storage.reasons import reason_of_failure
from generator.storage.swapping import (
    OLD,
    join_folders,
    replace_entries,
    replace_site,
    tidy,
    workshop,
    write_together,
)
from generator.storage.writing import (
    NotWrittenError,
    append_named,
    remove_empty_folders,
    remove_file,
    replace_file,
    replace_together,
    temporary_folder,
    write_anywhere,
    write_file,
    write_missing,
    write_named,
    write_new,
)

__all__ = [
    "OLD",
    "NotOursError",
    "NotWrittenError",
    "OutsideError",
    "all_files",
    "append_named",
    "bytes_there",
    "entries",
    "files_below",
    "is_file",
    "is_folder",
    "is_harmless",
    "is_there",
    "join_folders",
    "leads_outside",
    "links_below",
    "made_before",
    "not_made",
    "note_made",
    "note_of",
    "places_of",
    "read_beginning",
    "read_bytes",
    "reason_of_failure",
    "remove_empty_folders",
    "remove_file",
    "replace_entries",
    "replace_file",
    "replace_site",
    "replace_together",
    "temporary_folder",
    "tidy",
    "why_unreadable",
    "within",
    "workshop",
    "write_anywhere",
    "write_file",
    "write_missing",
    "write_named",
    "write_new",
    "write_over_own",
    "write_together",
]
