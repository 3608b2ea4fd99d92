"""What the link to the files of a manual is called: in words of readers, unless the settings name it."""

from pathlib import Path

import pytest

from generator.site.build import build_site
from tests.support.projects import MINIMAL, write_project

SETTINGS = """\
site_name: คู่มือ
site_url: https://a.example/
repo_url: https://{host}/office/manual
{name}
theme: {{name: material, font: false}}
plugins: [search, thai_search, procedures]
"""


@pytest.mark.parametrize(
    ("host", "name", "shown"),
    [
        ("github.com", "", "ไฟล์ต้นฉบับ"),
        ("git.office.example", "", "ไฟล์ต้นฉบับ"),
        ("github.com", "repo_name: คลังของเรา", "คลังของเรา"),
    ],
)
def test_readers_are_not_told_the_name_of_a_host(tmp_path: Path, host: str, name: str, shown: str) -> None:
    settings = SETTINGS.format(host=host, name=name)
    root = write_project(
        tmp_path / "project", {**MINIMAL, "mkdocs.yml": settings, "docs/about/foreword.md": "# คำนำ"}
    )
    build_site(root, tmp_path / "site")
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert f'<div class="md-source__repository">{shown}</div>' in page
