"""The flow graphs of procedures: made once, the same for drawings and words, kept no longer than these need them."""

from generator.charts import ChartsOnDemand, FlowGraphs
from generator.thai import segmenter_for
from tests.support.showcase import showcase_manual

MANUAL = showcase_manual()
WITH_STEPS = next(each for each in MANUAL.procedures() if each.steps)


def test_the_graphs_of_a_procedure_are_made_once_until_they_are_forgotten() -> None:
    graphs = FlowGraphs(MANUAL)
    made = graphs.of(WITH_STEPS)
    assert made
    assert graphs.of(WITH_STEPS) is made
    graphs.forget(["another-one"])
    assert graphs.of(WITH_STEPS) is made
    graphs.forget([WITH_STEPS.id])
    again = graphs.of(WITH_STEPS)
    assert again is not made
    assert again == made


def test_what_is_drawn_together_shares_its_graphs_only_so_long() -> None:
    graphs = FlowGraphs(MANUAL)
    charts = ChartsOnDemand(MANUAL, lambda: (), lambda: segmenter_for(MANUAL), graphs)
    with charts.together([WITH_STEPS.id]):
        made = graphs.of(WITH_STEPS)
        drawn = {id(charts[WITH_STEPS.id, graph.key].laid_out.graph) for graph in made}
        assert drawn == set(map(id, made))
    assert graphs.of(WITH_STEPS) is not made
