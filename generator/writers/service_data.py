"""A service to who comes to the office, in the words of schema.org."""

from typing import Any

from generator.document import procedure_uri
from generator.model import Channel, Fee, PlacedProcedure, Service, plain_text
from generator.phones import phone_parts
from generator.urls import split_url
from generator.writers.publication import Publication

Data = dict[str, Any]
_WEB = ("https", "http")


def government_service(publication: Publication, placed: PlacedProcedure, service: Service) -> Data:
    """A procedure as a service: who may ask for it, where, and for what money.

    Args:
        publication: the edition.
        placed: a procedure of it.
        service: what it promises.
    """
    read, url = publication.addresses.read, publication.url(procedure_uri(placed))
    return _stated(
        {
            "@type": "GovernmentService",
            "@id": f"{url}#service",
            "url": f"{url}#service",
            "name": read(placed.title),
            "description": read(placed.procedure.summary) if placed.procedure.summary else None,
            "serviceOperator": {
                "@type": "GovernmentOrganization",
                "name": plain_text(publication.manual.edition.office),
            },
            "audience": [
                {"@type": "Audience", "audienceType": read(each.name)} for each in service.applicants
            ],
            "availableChannel": [_channel(publication, each) for each in service.channels],
            "offers": [_offer(publication, each) for each in service.fees],
        }
    )


def _channel(publication: Publication, channel: Channel) -> Data:
    read = publication.addresses.read
    dialled = [each.dialled for each in phone_parts(channel.phone or "") if each.dialled]
    is_web = split_url(channel.url or "").scheme in _WEB
    return _stated(
        {
            "@type": "ServiceChannel",
            "name": read(channel.name),
            "description": read(channel.hours) if channel.hours else None,
            "serviceUrl": channel.url if is_web else None,
            "servicePhone": [
                {"@type": "ContactPoint", "telephone": number.partition(";")[0]} for number in dialled
            ],
            "serviceLocation": {"@type": "Place", "name": read(channel.place)} if channel.place else None,
        }
    )


def _offer(publication: Publication, fee: Fee) -> Data:
    """A fee as it is written: its amount is no number."""
    read = publication.addresses.read
    return {"@type": "Offer", "name": read(fee.item), "description": read(fee.amount)}


def _stated(facts: Data) -> Data:
    """What is stated of some facts."""
    return {key: value for key, value in facts.items() if value not in (None, [])}
