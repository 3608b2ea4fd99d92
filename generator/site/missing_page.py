"""Where the page leads that is shown where there is none.

It is shown at any address, so its links are whole; without a site's address the engine takes the site to stand at the
root of its host. One office's site among others stands in a folder of that root.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import normalize_url
from mkdocs.utils.templates import TemplateContext

from generator.site.content import SiteContent

NOT_FOUND = "404.html"
"""The theme's template of what is shown where there is no page."""


class LeadsFromItsFolder:
    """The part of the plugin that lets this page lead on from the folder of an office's site.

    Attributes:
        is_beside_portal: whether the site is one of several, in a folder beside the portal's pages.
    """

    is_beside_portal: bool = False
    _content: SiteContent

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Lead on from the folder of the edition, where no address says where the site stands."""
        if template_name == NOT_FOUND and self.is_beside_portal and not config.site_url:
            base = f"/{self._content.edition}/"
            context["base_url"] = base
            context["extra_css"] = [normalize_url(str(each), None, base) for each in config.extra_css]
            scripts = config.extra_javascript
            context["extra_javascript"] = [normalize_url(str(each), None, base) for each in scripts]
        return context
