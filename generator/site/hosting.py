"""What a site's server should send with it, as files that servers read: what a page cannot say of itself too."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.site.policy import PICTURES, Policy
from generator.words import words_of

APACHE, NGINX = ".htaccess", "nginx-headers.conf"
"""The uris of the files, for Apache and for nginx."""
_TEMPLATES = {APACHE: "htaccess.jinja", NGINX: "nginx-headers.conf.jinja"}
_FOLDER = Path(__file__).parent / "hosting"
OTHERWISE: Mapping[str, Policy | None] = {r"\.svgz?$": PICTURES, r"\.pdf$": None}
"""What is sent another policy, or none, by how its name ends, in whatever letters. A page's would keep Chrome from
showing PDF: its reader counts as something that the file embeds."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""What is sent with everything, beside the policy."""


def server_files(policy: Policy) -> dict[str, str]:
    """The files, by their uris.

    Args:
        policy: what the pages of the site may load and run.
    """
    templates = Environment(
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        autoescape=False,  # noqa: S701 - settings of servers, no HTML
    )
    told: Mapping[str, object] = {
        "words": words_of("site")["hosting"],
        "policy": policy.as_sent(),
        "otherwise": {name: each.as_sent() if each else "" for name, each in OTHERWISE.items()},
        "headers": HEADERS,
    }
    return {uri: templates.get_template(name).render(told) for uri, name in _TEMPLATES.items()}
