"""Of the theme's styles only what the settings do not switch on is left out, as a browser reads them."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_theme_dir
from playwright.sync_api import Page

from generator.data_files import read_data
from generator.site.theme_styles import styles_in_use

FILE = Path("generator/site/theme_styles.yml")
RULES = """
(text) => {
  const sheet = new CSSStyleSheet(), found = [];
  const walk = (rules, around) => {
    for (const rule of rules) {
      if (rule.conditionText !== undefined && rule.cssRules) walk(rule.cssRules, around + rule.conditionText);
      else if (!rule.selectorText) found.push(`${around}|${rule.cssText}`);
      else for (const each of rule.selectorText.split(", ")) found.push(`${around}|${each}|${rule.style.cssText}`);
    }
  };
  sheet.replaceSync(text);
  walk(sheet.cssRules, "");
  return found;
}
"""
"""What a browser makes of a style sheet: each selector with the conditions around it and what it sets."""


def theme_styles() -> str:
    folder = Path(get_theme_dir("material")) / "assets/stylesheets"
    sheets = (next(folder.glob(f"{name}.*.css")) for name in ("main", "palette"))
    return "".join(each.read_text(encoding="utf-8") for each in sheets)


def named(repository: Path) -> Mapping[str, Mapping[str, list[str]]]:
    told: Mapping[str, Mapping[str, list[str]]] = read_data(repository / FILE)
    return told


@pytest.fixture
def config(repository: Path) -> MkDocsConfig:
    return load_config(str(repository / "mkdocs.yml"))


def test_what_is_left_out_is_what_is_named_and_nothing_else(
    page: Page, repository: Path, config: MkDocsConfig
) -> None:
    text = theme_styles()
    whole, used = (page.evaluate(RULES, each) for each in (text, styles_in_use(text, config)))
    parts = [part for kind in named(repository).values() for parts in kind.values() for part in parts]
    parts = [part.replace("[dir=rtl]", '[dir="rtl"]') for part in parts]
    colours = re.compile(r'\[data-md-color-(primary|accent)="(?!custom")')
    assert used == [
        rule for rule in whole if not (any(part in rule for part in parts) or colours.search(rule))
    ]
    for part in parts:
        assert any(part in rule for rule in whole), f"{part} is nothing that the theme has"


@pytest.mark.parametrize("palette", [{"primary": "deep purple"}, [{"primary": "deep purple"}]])
def test_colours_that_the_settings_choose_stay(config: MkDocsConfig, palette: object) -> None:
    config.theme["palette"] = palette
    used = styles_in_use(theme_styles(), config)
    assert set(re.findall(r"\[data-md-color-primary=([\w-]+)\]", used)) == {"deep-purple"}
    assert set(re.findall(r"\[data-md-color-accent=([\w-]+)\]", used)) == {"indigo"}


@pytest.mark.parametrize(
    ("kind", "name", "switched_on"),
    [
        (
            "extensions",
            "pymdownx.tabbed",
            lambda config: config.markdown_extensions.append("pymdownx.tabbed"),
        ),
        ("extra", "version", lambda config: config.extra.update(version={"provider": "mike"})),
        ("features", "navigation.tabs", lambda config: config.theme["features"].append("navigation.tabs")),
        (
            "features",
            "content.tooltips",
            lambda config: config.theme["features"].append("navigation.instant.preview"),
        ),
    ],
)
def test_what_is_switched_on_stays(
    repository: Path, config: MkDocsConfig, kind: str, name: str, switched_on: Callable[[MkDocsConfig], None]
) -> None:
    parts = named(repository)[kind][name]
    assert not any(part in styles_in_use(theme_styles(), config) for part in parts)
    switched_on(config)
    assert all(part in styles_in_use(theme_styles(), config) for part in parts)
