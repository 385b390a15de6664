# Names that people look for. Each target calls the command that does the work; see README.md.

.DEFAULT_GOAL := help
.PHONY: help up down test check benchmark images

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-10s %s\n", $$1, $$2 }' Makefile

up: ## Build what is stale and start the shop in the background
	./shop up --detach

down: ## Stop the shop; the data stay
	./shop down

test: ## Run all tests
	./mvnw verify

check: ## Run the gate; needs root on Debian and installs packages
	.ci/run

benchmark: ## Measure the shop, for more than an hour
	./shop benchmark

images: ## Build the container images with Docker
	./shop images
