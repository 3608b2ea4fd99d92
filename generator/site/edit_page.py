"""The page on which a published manual is changed: where a site has it, which pages lead there, what it may do.

It stands on sites whose settings name a repository at a host that the desk knows how to ask. It is no document: neither
the navigation nor the search nor the site map has it. Beside a portal there is one for all offices, at the portal.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote, urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.data_files import data_text
from generator.desk.published import (
    HostedRepository,
    hosted_repository,
    make_app_lighter,
    published_desk,
    words_of_hosts,
)
from generator.project import ITEM_SUFFIX, PROCEDURES_FOLDER, YAML_SUFFIX, knowledge_folder
from generator.site.adapting import project_root
from generator.site.content import SiteContent
from generator.site.fonts import FONTS_FOLDER
from generator.site.hosting import EDIT_FOLDER, edit_page_headers
from generator.site.identity import MANIFEST, THEME_COLOURS, TOUCH_ICON, site_name
from generator.site.options import ProceduresConfig
from generator.site.policy import DESK, Policy
from generator.storage import read_bytes
from generator.writers import head_description, head_title

_LETTERS = ("sarabun-400.woff2", "sarabun-700.woff2")
_UP = "../"
_INDEX = "index.html"
_HEAD = Path(__file__).parent / "edit_head.html.jinja"


@dataclass(frozen=True, slots=True)
class EditPage:
    """The page of a site.

    Attributes:
        place: where the files of the manual are kept.
        client: by which the host knows the page, to let people sign in with their accounts; empty where it does not.
        is_above: whether it stands at the portal around the site, and is written there.
        is_portal: whether the site is that portal.
        directory_urls: whether ``a/b.md`` is found at ``a/b/`` rather than at ``a/b.html``.
    """

    place: HostedRepository
    client: str
    is_above: bool
    is_portal: bool
    directory_urls: bool

    @property
    def policy(self) -> Policy:
        """What it may load and run: its own parts, and answers of the one host."""
        return DESK.allowing("connect-src", self.place.origin)

    def link(self, source: str | None, page_url: str, edition: str | None) -> str | None:
        """Where a page leads to change what it tells.

        Args:
            source: the file that it tells of, from the project's root.
            page_url: its own address, from the site's root.
            edition: the id of the edition.

        Returns:
            The address from there; None where that file is not changed on the desk.
        """
        if source is None or not _is_on_the_desk(source, edition):
            return None
        depth = page_url.removeprefix("./").count("/") + self.is_above
        folder = EDIT_FOLDER if self.directory_urls else f"{EDIT_FOLDER}{_INDEX}"
        return f"{_UP * depth}{folder}?file={quote(source, safe='')}"

    def warm_up(self) -> None:
        """Do what no copy of this process can do (`generator.minifying`): then one can make the files.

        Raises:
            OSError: when one cannot be read.
        """
        if not self.is_above:
            make_app_lighter(self.place.kind)

    def files(self, config: MkDocsConfig, content: SiteContent) -> Iterator[tuple[str, bytes]]:
        """Its files by uri, one after the other; none where it stands at the portal.

        Args:
            config: the settings of the site.
            content: what the site tells.

        Raises:
            OSError: when one cannot be read.
        """
        if self.is_above:
            return
        site = {
            "site": _UP,
            "editions_below": self.is_portal,
            "directory_urls": self.directory_urls,
            "client": self.client,
        }
        head, policy = _head(config, content), self.policy.as_alone()
        for path, written in published_desk(project_root(config), self.place, policy, site, head):
            yield f"{EDIT_FOLDER}{path}", written
        for name in _LETTERS:
            yield f"{EDIT_FOLDER}fonts/{name}", read_bytes(FONTS_FOLDER, name)
        for uri, text in edit_page_headers(self.policy).items():
            yield uri, text.encode()


def edit_page_of(
    config: MkDocsConfig, files: Files, options: ProceduresConfig, is_above: bool, is_portal: bool
) -> EditPage | None:
    """The page of a site; None where its settings name no repository that is known, or a document stands in its place.

    Args:
        config: the settings.
        files: what the site has.
        options: what they say of the page.
        is_above: whether the site is that of an edition beside a portal.
        is_portal: whether it is the portal.
    """
    place = hosted_repository(config.repo_url, config.edit_uri or config.edit_uri_template, options.host)
    is_taken = any(file.dest_uri.startswith(EDIT_FOLDER) for file in files)
    if place is None or is_taken:
        return None
    return EditPage(place, options.client or "", is_above, is_portal, config.use_directory_urls)


def _head(config: MkDocsConfig, content: SiteContent) -> str:
    """What the page tells browsers, chats and phones of itself, as every page of the site does."""
    said = words_of_hosts()
    name, about = said["head-title"], said["head-about"]
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(data_text(_HEAD)).render(
        name=name,
        title=head_title(name, content.whose),
        about=about,
        description=head_description(name, about, content.whose),
        site_name=site_name(content),
        url=urljoin(config.site_url, EDIT_FOLDER) if config.site_url else "",
        up=_UP,
        manifest=MANIFEST,
        touch_icon=TOUCH_ICON,
        colours=THEME_COLOURS,
    )


def policy_to_send(page: EditPage | None) -> Policy | None:
    """What a server is to send with the page of a site; None where none stands there."""
    return page.policy if page and not page.is_above else None


def _is_on_the_desk(source: str, edition: str | None) -> bool:
    """Whether the desk changes a file: one of the manual's, or an item of knowledge."""
    path = PurePosixPath(source)
    if path.parts[0] == PROCEDURES_FOLDER:
        return path.suffix == YAML_SUFFIX
    folders = {knowledge_folder(), knowledge_folder(edition or "")}
    return path.suffix == ITEM_SUFFIX and path.parent.as_posix() in folders
