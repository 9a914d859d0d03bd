-- Open and overdue at the end of the newest month. A table.
select stream, stage, open, overdue
from bi.monthly_figures
where month = (select max(month) from bi.monthly_figures)
order by 1, 2
