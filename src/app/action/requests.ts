// How many requests the action sends to GitHub. GITHUB_TOKEN has 1,000 an hour for all workflows of a repository.

/** A job without a baseline. */
export const JOB_REQUESTS = 8

/** A job that is compared with a baseline. */
export const JOB_REQUESTS_WITH_BASELINE = 12

/** A whole run, besides one request for each job that left a report. */
export const RUN_REQUESTS = 50
