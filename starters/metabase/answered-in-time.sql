-- Answered in time at stage 1, by quarter. A line chart: quarter along, one series a stream; show the rate as per cent.
select financial_year || ' ' || quarter as quarter, stream, in_time_rate, answered_in_time, answered
from bi.quarterly_figures
where stage = 1
order by 1, 2
