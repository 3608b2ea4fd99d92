"""The pages of roles and the matrix: links both ways, and nothing where there is nothing."""

from dataclasses import replace
from html import unescape

from generator.document.responsibility_pages import matrix_view
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.writers.page import Page
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.showcase import showcase_manual
from tests.support.site_pages import build_pages, finished, in_words


def _pages(manual: Manual, directory_urls: bool = True) -> dict[str, Page]:
    return {page.uri: page for page in build_pages(manual, {}, TODAY, directory_urls=directory_urls)}


def test_every_role_has_a_page_and_keeps_its_old_place_in_the_list() -> None:
    manual = showcase_manual()
    pages = _pages(manual)
    for role in manual.roles:
        assert f"roles/{role}.md" in pages
        assert f"{{ #role-{role} " in pages["roles/index.md"].markdown


def test_the_table_of_a_procedure_leads_to_the_role_and_back_to_the_step() -> None:
    pages = _pages(showcase_manual())
    assert 'href="../../roles/director/"' in finished(pages["budget/spending-plan.md"])
    role = unescape(finished(pages["roles/director.md"]))
    assert 'href="../../budget/spending-plan/#step-propose"' in role
    assert "(../budget/spending-plan.md#step-draft)" in role, "where an outcome leads"
    without_folders = _pages(showcase_manual(), directory_urls=False)["roles/director.md"]
    assert "../budget/spending-plan.html#step-propose" in unescape(finished(without_folders))


def test_a_role_is_part_of_another_which_lists_it() -> None:
    pages = _pages(showcase_manual())
    assert "(planning-group.md)" in finished(pages["roles/director.md"])
    assert "(director.md)" in finished(pages["roles/planning-group.md"])


def test_a_role_leads_to_the_page_written_by_hand_that_is_named_after_it() -> None:
    manual = manual_of(placed())
    group, director = (manual.roles[key].title for key in ("group", "director"))
    written = {"about/duties.md": f"หน้าที่{director}{group}", "about/first.md": "คำนำ", "about/group.md": group}
    pages = _pages(replace(manual, written=written))
    links = {
        key: "(../about/duties.md)" in pages[f"roles/{key}.md"].markdown for key in ("group", "director")
    }
    longer = max((group, director), key=len)
    assert links == {key: manual.roles[key].title == longer for key in links}
    assert "(../about/group.md)" in pages["roles/group.md"].markdown


def test_a_role_without_steps_says_so() -> None:
    pages = _pages(manual_of(placed()))
    assert "notice" in finished(pages["roles/director.md"])
    assert "notice" not in finished(pages["roles/group.md"])


def test_what_a_role_does_comes_before_what_only_names_it() -> None:
    told = placed("one", "1.1", steps=[{"text": "ก", "informed": ["director"]}])
    done = placed("two", "1.2", steps=[{"text": "ข", "role": "director"}])
    text = _pages(manual_of(told, done))["roles/director.md"].markdown
    places = [text.index(f"{{ #{name} ") for name in ("work", "work-two", "named", "work-one")]
    assert places == sorted(places)
    assert "{ #named " not in _pages(manual_of(told, done))["roles/group.md"].markdown


def test_a_chart_stands_only_where_there_is_one() -> None:
    manual = manual_of(placed())
    with_chart = build_pages(manual, {("", "group"): "<svg></svg>"}, TODAY)
    charts = {page.uri: dict(page.charts) for page in with_chart if page.uri.startswith("roles/")}
    assert charts["roles/group.md"] == {"group": "<svg></svg>"}
    assert charts["roles/director.md"] == {}


def test_a_letter_leads_to_its_step_or_to_the_list_of_several() -> None:
    manual = manual_of(
        placed(steps=[{"text": "ก"}, {"text": "ข"}, {"text": "ค", "id": "c", "role": "director"}])
    )
    ((several, one),) = (row.cells for row in matrix_view(Indexes(manual, TODAY)).rows)
    assert several is not None
    assert one is not None
    assert (several.letters[0].target.uri, several.letters[0].target.fragment) == (
        "roles/group.md",
        "work-plan",
    )
    assert (one.letters[0].target.uri, one.letters[0].target.fragment) == ("budget/plan.md", "step-c")
    assert "{ #work-plan " in _pages(manual)["roles/group.md"].markdown


def test_what_a_letter_has_by_default_is_told_apart_from_what_is_stated() -> None:
    steps = [{"text": "ก"}, {"text": "ข", "role": "group"}, {"text": "ค"}]
    (((cell,),),) = ((row.cells for row in matrix_view(Indexes(manual_of(placed(steps=steps)), TODAY)).rows),)
    assert cell is not None
    (letter,) = cell.letters
    assert letter.sign == "R"
    assert letter.words == "ปฏิบัติ: 3 ขั้นตอน (1, 2, 3) ในจำนวนนี้โดยปริยาย 2 ขั้นตอน (1, 3)"


def test_without_procedures_there_is_no_matrix() -> None:
    assert "responsibilities.md" not in _pages(manual_of())
    assert "roles/index.md" in _pages(manual_of())


def test_roles_by_kind_with_what_they_own_and_where_they_act() -> None:
    manual = manual_of(placed("one", "1.1"), placed("two", "1.2", steps=[{"text": "ก", "role": "director"}]))
    assert in_words(manual, "roles/index.md", TODAY).split("\n\n")[3:] == [
        "## บุคคล",
        '- <a id="role-director"></a>[ผอ.](director.md) 1 งาน 1 ขั้นตอน; มีขั้นตอนที่รับผิดชอบ [1.2 งาน two](../budget/two.md)',
        "## หน่วยงานและกลุ่ม",
        (
            '- <a id="role-group"></a>[กลุ่มแผน](group.md) 2 งาน 1 ขั้นตอน; เป็นเจ้าของงาน '
            "[1.1 งาน one](../budget/one.md) [1.2 งาน two](../budget/two.md)\n"
        ),
    ]
