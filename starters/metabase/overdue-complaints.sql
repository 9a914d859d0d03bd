-- Complaints that are overdue. A table: the list behind the figure.
select reference, stream, stage, service, received_on, due_on
from bi.complaints
where overdue
order by due_on, id
