"""The rows of the report as plain values; nothing here knows a workbook."""
