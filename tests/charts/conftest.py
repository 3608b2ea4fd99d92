"""Fixtures of the chart tests: charts to look at, and pages that show them in the site's own font."""

import base64
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generator.assembly import load_manual
from generator.charts import Chart, draw_charts
from generator.charts.styles import chart_styles, dark_chart_styles
from generator.indexes.involvement import work_by_role
from generator.indexes.role_overviews import role_overviews
from tests.charts.manuals import Steps, manual_of

_FOLDER = Path(__file__).parent


@pytest.fixture(scope="session")
def examples() -> dict[str, Steps]:
    """Procedures that between them have every shape of flow, by name, from ``examples/*.yml``."""
    files = sorted((_FOLDER / "examples").glob("*.yml"))
    return {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in files}


@pytest.fixture(scope="session")
def example_charts(examples: dict[str, Steps]) -> list[Chart]:
    """All charts of the examples."""
    return list(draw_charts(manual_of(*examples.values())).values())


@pytest.fixture(scope="session")
def real_charts(repository: Path) -> list[Chart]:
    """All charts of the manual in this repository."""
    manual, _ = load_manual(repository)
    assert manual is not None
    return list(draw_charts(manual).values())


@pytest.fixture(scope="session")
def role_charts(repository: Path) -> list[Chart]:
    """The charts of the roles of the manual in this repository."""
    manual, _ = load_manual(repository)
    assert manual is not None
    return list(
        draw_charts(
            manual, procedures=(), overviews=role_overviews(manual, work_by_role(manual).values())
        ).values()
    )


@pytest.fixture
def show(browser: Browser, repository: Path) -> Callable[..., Page]:
    """Shows charts on a page with the site's font and the charts' styles; light, or in the dark scheme."""
    assets = repository / "generator" / "site" / "theme" / "assets" / "fonts"
    faces = "".join(
        f"@font-face{{font-family:Sarabun;font-weight:{weight};src:url(data:font/woff2;base64,{font})}}"
        for weight in (400, 700)
        for font in [base64.b64encode((assets / f"sarabun-{weight}.woff2").read_bytes()).decode()]
    )
    styles = chart_styles() + dark_chart_styles()

    def show_charts(svgs: Sequence[str], is_dark: bool = False, width: int = 1600) -> Page:
        page = browser.new_page(viewport={"width": width, "height": 900})
        scheme = "slate" if is_dark else "default"
        page.set_content(
            f"<!doctype html><meta charset=utf-8><style>{faces}{styles}body{{margin:0}}</style>"
            f'<body data-md-color-scheme="{scheme}">' + "".join(f"<div>{svg}</div>" for svg in svgs)
        )
        page.evaluate(
            "document.fonts.load('14px Sarabun').then(() => document.fonts.load('bold 14px Sarabun'))"
        )
        page.evaluate("document.fonts.ready")
        return page

    return show_charts
