"""One module for each way of drawing; which one a kind takes is said in core.charts.render."""
