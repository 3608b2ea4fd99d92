"""The desk's page, served from this computer as light as on a published site."""

import os
from pathlib import Path, PurePosixPath

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from generator.desk.lighter_files import APP, SHORTER, lightened
from generator.storage import read_bytes


class PageFiles(StaticFiles):
    """The files of the page."""

    def file_response(
        self,
        full_path: "os.PathLike[str] | str",
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """What a file is answered with."""
        whole = super().file_response(full_path, stat_result, scope, status_code)
        path = Path(full_path).resolve().relative_to(APP.resolve()).as_posix()
        if whole.status_code != status_code or PurePosixPath(path).suffix not in SHORTER:
            return whole
        return Response(lightened(path, read_bytes(APP, path)), status_code, media_type=whole.media_type)
