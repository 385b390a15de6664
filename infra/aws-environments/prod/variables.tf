variable "initial_image_tag" {
  description = "Commit of the first images of new services, needed only for the first apply or for a new service."
  type        = string
  default     = null
}

variable "initial_services" {
  description = "New services in an environment where others already run; null for all services."
  type        = set(string)
  default     = null
}

variable "domain" {
  description = "Domain of the shop, and its Route 53 zone."
  type        = object({ name = string, hosted_zone_id = string })
}

variable "cpu_architecture" {
  description = "Processor that the images were built for. ARM64 if staging, where they come from, is on economy."
  type        = string
  default     = "X86_64"
}

variable "payment_provider" {
  description = "Payment provider of production. It has no default, because the sandbox moves no money."
  type        = string

  validation {
    condition     = var.payment_provider != "sandbox"
    error_message = "Production needs a payment provider that moves money; the sandbox doesn't."
  }
}

variable "operator_cidrs" {
  description = "Address ranges that may reach Eureka (8761), Prometheus (9090) and Grafana (3000). If the list is empty, nobody can."
  type        = list(string)
  default     = []
}

variable "cors_allowed_origins" {
  description = "Origins of other sites whose pages may call the API, such as https://partner.example."
  type        = list(string)
  default     = []
}

variable "image_hosts" {
  description = "Hosts that the web shop's page may load images from, such as https://images.example.com."
  type        = list(string)
  default     = []
}

variable "time_zone" {
  description = "Time zone of the times on the web shop's pages, such as Europe/Madrid."
  type        = string
  default     = "UTC"
}

variable "alarm_emails" {
  description = "E-mail addresses that get the alarms. Production needs at least one."
  type        = set(string)

  validation {
    condition     = length(var.alarm_emails) > 0
    error_message = "alarm_emails must have at least one address, because production's alarms need a recipient."
  }
}

variable "slow_response_seconds" {
  description = "Response time in seconds that 95 of 100 requests may not exceed; otherwise an alarm fires."
  type        = number
  default     = 1
}

variable "state_bucket" {
  description = "Bucket of Terraform's state, if it hasn't the default name of infra/aws-backend-bootstrap."
  type        = string
  default     = null
}

variable "github_repository" {
  description = "GitHub repository, OWNER/NAME, whose environment production may deploy here."
  type        = string
  default     = "gerson05/ecommerce-microservice-backend-EntregaSoft"
}

variable "deploy_from_github" {
  description = "Whether the role for deployments exists. Set it once the environment production in GitHub has its required reviewers: a pull request may name an environment, and GitHub makes one without rules."
  type        = bool
  default     = false
}

variable "github_repository_ids" {
  description = "GitHub's ids of the repository and of its owner, such as { owner = 12, repository = 345 }; newer repositories need them."
  type        = object({ owner = number, repository = number })
  default     = null
}

variable "accept_anonymous_clients" {
  description = "Whether the registry and cloud-config also serve clients without credentials. Only for the deployment of the release that introduced the credentials."
  type        = bool
  default     = false
}

variable "allow_rollback_to_one_login" {
  description = "Whether services may still be rolled back to revisions that sign in to the database as dbadmin. Only for the deployment of the release that introduced the services' own logins."
  type        = bool
  default     = false
}

variable "secret_generation" {
  description = "Generations of secrets above 1, by environment variable, such as { DB_PASSWORD = 2 }. Raising one replaces the value."
  type        = map(number)
  default     = {}
}

variable "pull_images_of_staging" {
  description = "Whether tasks may pull images from staging's repositories, which production used before it had its own. True only until the first release has replaced them."
  type        = bool
  default     = false
}
