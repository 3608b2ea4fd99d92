"""What is on a page: a `Manual` becomes pages, each a tree of typed blocks, and a navigation; all of it plain data.

`open_book` and `documents_of` compose the pages; the blocks and inlines are what writers read, and others compose pages
of. `Addresses` know where everything stands, a `Book` what all pages of one manual share.
"""

from generator.document.addresses import (
    COMPARISONS,
    FORMS,
    HOME,
    KNOWLEDGE,
    KNOWLEDGE_FEED,
    KNOWLEDGE_TABLE,
    MISSION,
    ONBOARDING,
    REFERENCES,
    RESPONSIBILITIES,
    RESPONSIBILITY_TABLE,
    ROLES,
    SHORT,
    STEPS_TABLE,
    TERMS,
    WORKBOOK,
    Addresses,
    Target,
    area_uri,
    comparison_uri,
    entry_fragment,
    entry_uri,
    procedure_uri,
    short_uri,
)
from generator.document.agenda_days import name_of_month, taken_days
from generator.document.agenda_views import AGENDA_FEED, AGENDA_TABLE, in_brackets, role_feed
from generator.document.authored import Authored
from generator.document.blocks import (
    Block,
    Blocks,
    Body,
    ChartFigure,
    DefinitionEntry,
    Definitions,
    Document,
    Fact,
    Facts,
    Fold,
    Group,
    Heading,
    Listing,
    ListItem,
    OffScreen,
    OnScreen,
    Paragraph,
    Rich,
    RichPart,
    Widget,
)
from generator.document.bodies import IDENTIFIER, BodyLinks, body_tokens, first_paragraph, targets_of
from generator.document.book import ROLE_CHARTS, Book
from generator.document.chart_links import linked_chart
from generator.document.common_blocks import section, separated, title
from generator.document.compose import documents_of, open_book
from generator.document.currency import doubt_view
from generator.document.edition_changes import ChangeView, change_views
from generator.document.explaining import (
    EXPLAINED_ATTRIBUTES,
    EXPLANATION,
    Explained,
    Explainer,
    PageExplainer,
)
from generator.document.feedback import general_feedback
from generator.document.flow_sheets import FlowSheet, FlowTable, flow_sheet, flow_sheet_uri
from generator.document.form_sheets import (
    RISKS_FIELD,
    CalendarSheet,
    FormSheet,
    WallSheet,
    calendar_sheet,
    control_sheet,
    one_sheet,
    public_manual_sheet,
    wall_sheet,
)
from generator.document.gathered_pages import GATHERED
from generator.document.inlines import Chip, Inline, Inlines, Line, Link, Picture, Span, Strong, Words
from generator.document.knowledge_report import month_name
from generator.document.knowledge_views import PlaceView, item_uri, place_views
from generator.document.markdown_blocks import body_blocks
from generator.document.names import NamedPage, named, named_role
from generator.document.navigation import Navigation, navigation_of
from generator.document.neighbours import Neighbours, alone, beside
from generator.document.other_languages import in_languages
from generator.document.plain_steps import PlainSteps
from generator.document.printed import Chapter, ChapterKind, Cover, PrintedManual, RunningHead, SigningLine
from generator.document.printed_book import printed_manual
from generator.document.printed_link import PRINTED
from generator.document.printed_places import PrintedPlaces
from generator.document.problem_pages import PROBLEMS, unreadable_manual_page, with_problem_pages
from generator.document.recent_changes import last_change
from generator.document.rich_texts import flattened
from generator.document.sections import SECTIONS
from generator.document.status_pages import REVIEW_FEED, STATUS_FILE
from generator.document.tables import Cell, Column, Row, StepRow, Steps, Table
from generator.document.texts import plain_words, span, words
from generator.document.time_views import time_words
from generator.document.values import PlainValues
from generator.document.walking import figures, places, step_places, targets
from generator.document.whole_words import write_words

__all__ = [
    "AGENDA_FEED",
    "AGENDA_TABLE",
    "COMPARISONS",
    "EXPLAINED_ATTRIBUTES",
    "EXPLANATION",
    "FORMS",
    "GATHERED",
    "HOME",
    "IDENTIFIER",
    "KNOWLEDGE",
    "KNOWLEDGE_FEED",
    "KNOWLEDGE_TABLE",
    "MISSION",
    "ONBOARDING",
    "PRINTED",
    "PROBLEMS",
    "REFERENCES",
    "RESPONSIBILITIES",
    "RESPONSIBILITY_TABLE",
    "REVIEW_FEED",
    "RISKS_FIELD",
    "ROLES",
    "ROLE_CHARTS",
    "SECTIONS",
    "SHORT",
    "STATUS_FILE",
    "STEPS_TABLE",
    "TERMS",
    "WORKBOOK",
    "Addresses",
    "Authored",
    "Block",
    "Blocks",
    "Body",
    "BodyLinks",
    "Book",
    "CalendarSheet",
    "Cell",
    "ChangeView",
    "Chapter",
    "ChapterKind",
    "ChartFigure",
    "Chip",
    "Column",
    "Cover",
    "DefinitionEntry",
    "Definitions",
    "Document",
    "Explained",
    "Explainer",
    "Fact",
    "Facts",
    "FlowSheet",
    "FlowTable",
    "Fold",
    "FormSheet",
    "Group",
    "Heading",
    "Inline",
    "Inlines",
    "Line",
    "Link",
    "ListItem",
    "Listing",
    "NamedPage",
    "Navigation",
    "Neighbours",
    "OffScreen",
    "OnScreen",
    "PageExplainer",
    "Paragraph",
    "Picture",
    "PlaceView",
    "PlainSteps",
    "PlainValues",
    "PrintedManual",
    "PrintedPlaces",
    "Rich",
    "RichPart",
    "Row",
    "RunningHead",
    "SigningLine",
    "Span",
    "StepRow",
    "Steps",
    "Strong",
    "Table",
    "Target",
    "WallSheet",
    "Widget",
    "Words",
    "alone",
    "area_uri",
    "beside",
    "body_blocks",
    "body_tokens",
    "calendar_sheet",
    "change_views",
    "comparison_uri",
    "control_sheet",
    "documents_of",
    "doubt_view",
    "entry_fragment",
    "entry_uri",
    "figures",
    "first_paragraph",
    "flattened",
    "flow_sheet",
    "flow_sheet_uri",
    "general_feedback",
    "in_brackets",
    "in_languages",
    "item_uri",
    "last_change",
    "linked_chart",
    "month_name",
    "name_of_month",
    "named",
    "named_role",
    "navigation_of",
    "one_sheet",
    "open_book",
    "place_views",
    "places",
    "plain_words",
    "printed_manual",
    "procedure_uri",
    "public_manual_sheet",
    "role_feed",
    "section",
    "separated",
    "short_uri",
    "span",
    "step_places",
    "taken_days",
    "targets",
    "targets_of",
    "time_words",
    "title",
    "unreadable_manual_page",
    "wall_sheet",
    "with_problem_pages",
    "words",
    "write_words",
]
