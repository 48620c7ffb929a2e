"""heitu (黑土): messy reports on local government in, a themed archive in two languages out."""

__version__ = "0.1.0"
