"""The same mkdocs.yml and plugin under ProperDocs, the other builder that reads them."""

import subprocess
import sys
from pathlib import Path

from generator.site.place import MARK
from tests.support.visible import visible_text


def test_properdocs_builds_the_same_site(showcase: Path, showcase_site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-X", "utf8", "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml"]
    done = subprocess.run(
        [*command, "-d", str(tmp_path / "site")],
        cwd=showcase,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    made = (path.relative_to(showcase_site) for path in showcase_site.rglob("*") if path.is_file())
    ours = {path for path in made if path.name != MARK}
    theirs = {
        path.relative_to(tmp_path / "site") for path in (tmp_path / "site").rglob("*") if path.is_file()
    }
    assert ours == theirs
    for page in (path for path in ours if path.suffix == ".html"):
        texts = [
            visible_text((site / page).read_text(encoding="utf-8"))
            for site in (showcase_site, tmp_path / "site")
        ]
        assert texts[0] == texts[1], page
