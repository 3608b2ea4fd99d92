"""Search that understands Thai: what is indexed, and the worker that answers in the browser."""
