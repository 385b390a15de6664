"""Deploys services to ECS: one service, or a release of several.

ECS decides whether a rollout succeeds: its circuit breaker and its deployment alarms stop a bad one and roll that service back. This
package decides everything else: which images, in which order, the migration before the service, the smoke test, and the rollback of
the other services of a release.
"""
