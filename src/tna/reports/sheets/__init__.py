"""A module a sheet; each draws from ReportData alone."""
