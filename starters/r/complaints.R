# Records as a data frame, by Parquet: types come with the file, and references stay text.
#   COMPLAINTS_KEY=… Rscript complaints.R [stages | complaints | ombudsman-cases | calls]
# Needs install.packages(c("httr2", "arrow")).
library(httr2)

address <- Sys.getenv("COMPLAINTS_ADDRESS", "http://localhost:4000")

ask <- function(path) {
  request(address) |>
    req_url_path(path) |>
    req_auth_bearer_token(Sys.getenv("COMPLAINTS_KEY")) |>
    req_error(body = function(answer) resp_body_string(answer))
}

records <- function(name) {
  file <- tempfile(fileext = ".parquet")
  answer <- ask(paste0("/exports/", name, ".parquet")) |> req_perform(path = file)
  rows <- arrow::read_parquet(file)
  stopifnot(nrow(rows) == as.integer(resp_header(answer, "x-row-count")))
  rows
}

figures <- function(by, years) {
  ask("/exports/measures.json") |>
    req_url_query(by = by, financialYears = years, measures = "RECEIVED,IN_TIME_RATE,OPEN,OVERDUE", .multi = "comma") |>
    req_perform() |>
    resp_body_json(simplifyVector = TRUE)
}

name <- c(commandArgs(trailingOnly = TRUE), "ombudsman-cases")[1]
cat(name, ":", nrow(records(name)), "rows\n")
# NA is "not recorded", and never 0.
print(figures(by = c("FINANCIAL_YEAR", "QUARTER"), years = "2021-22"))
