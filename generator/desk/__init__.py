"""The editor's desk: people who know Word change the manual; forms, checks and charts come from the same house."""

from generator.desk.schemas import describe_forms

__all__ = ["describe_forms"]
