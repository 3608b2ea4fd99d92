"""The files for servers: both say the same, and what each says is what is meant."""

import re

import pytest

from generator.site.hosting import APACHE, HEADERS, NGINX, OTHERWISE, server_files
from generator.site.policy import PAGES, PICTURES
from tests.support.policies import POLICY, apache_headers

PAGE, PICTURE = PAGES.as_sent(), PICTURES.as_sent()


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/", PAGE),
        ("/budget/audit/index.html", PAGE),
        ("/manual.json", PAGE),
        ("/svg", PAGE),
        ("/a.svg/index.html", PAGE),
        ("/knowledge/order.svg", PICTURE),
        ("/knowledge/ORDER.SVG", PICTURE),
        ("/knowledge/order.svgz?v=1", PICTURE),
        ("/forms/request.pdf", None),
        ("/forms/pdf", PAGE),
    ],
)
def test_apache_sends_everything_with_every_path(path: str, policy: str | None) -> None:
    sent = apache_headers(server_files(PAGES)[APACHE])(path)
    assert sent == {**({POLICY: policy} if policy else {}), **HEADERS}


def test_nginx_sends_the_same() -> None:
    text = server_files(PAGES)[NGINX]
    assert re.findall(r'set \$khumue_policy "(.*)";', text) == [PAGE, PICTURE, ""]
    assert re.findall(r"^if \(\$uri ~\* (.*)\) {$", text, re.MULTILINE) == list(OTHERWISE)
    assert re.findall(r'<FilesMatch "\(\?i\)(.*)">', server_files(PAGES)[APACHE]) == list(OTHERWISE)
    assert dict(re.findall(r'^add_header (\S+) "(.*)" always;$', text, re.MULTILINE)) == HEADERS
    assert f"add_header {POLICY} $khumue_policy always;" in text


def test_no_value_breaks_out_of_its_quotes() -> None:
    values = (PAGE, PICTURE, *HEADERS.values())
    assert not any(set(value) & set('"\\$%\n') for value in values)
