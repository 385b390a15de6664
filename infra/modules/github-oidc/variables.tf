variable "name" {
  description = "Name of the role, such as stage-ecommerce-deploy."
  type        = string
}

variable "oidc_provider_arn" {
  description = "ARN of the account's identity provider token.actions.githubusercontent.com."
  type        = string

  validation {
    condition     = endswith(var.oidc_provider_arn, ":oidc-provider/token.actions.githubusercontent.com")
    error_message = "oidc_provider_arn must be the ARN of GitHub's provider."
  }
}

variable "repository" {
  description = "GitHub repository, OWNER/NAME."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "repository must be OWNER/NAME, without wildcards."
  }
}

variable "subjects" {
  description = "Jobs of the repository that may assume the role, such as ref:refs/heads/stage or environment:stage."
  type        = set(string)

  validation {
    condition     = length(var.subjects) > 0 && alltrue([for subject in var.subjects : can(regex("^(ref:refs/(heads|tags)/|environment:)[A-Za-z0-9._/-]+$", subject))])
    error_message = "subjects must be complete branches, tags or environments: ref:refs/heads/NAME, ref:refs/tags/NAME or environment:NAME."
  }
}

variable "cluster_name" {
  description = "Cluster of the deployments."
  type        = string
}

variable "services" {
  description = "Families of task definitions of the services that the role may deploy, by service name."
  type        = map(string)
}

variable "task_role_arns" {
  description = "Roles of the tasks; the role may pass only these."
  type        = list(string)
}

variable "repository_arns" {
  description = "ECR repositories of the images."
  type        = list(string)
}

variable "may_push_images" {
  description = "Whether the role may push images, or only deploy existing ones."
  type        = bool
}
