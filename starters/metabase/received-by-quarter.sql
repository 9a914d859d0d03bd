-- Received at stage 1, by quarter. A bar chart: quarter along, one series a stream. An empty value was not recorded.
select financial_year || ' ' || quarter as quarter, stream, received
from bi.quarterly_figures
where stage = 1
order by 1, 2
