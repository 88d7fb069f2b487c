"""Alerts to where they go: a file, an address of e-mail, a web server."""

from dragoman.batch.alerts.delivering import Delivered, deliver, revive
from dragoman.batch.alerts.destinations import Destination, destination
from dragoman.batch.alerts.following import Following

__all__ = ["Delivered", "Destination", "Following", "deliver", "destination", "revive"]
