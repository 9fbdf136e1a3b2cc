/// The keys `agents.yaml` may have. CrewAI's own keys without an effect here are allowed, so that its files load.
enum CrewKeys {
  static let top = ["crew", "models", "mcp", "agents", "tasks"]
  static let crew = [
    "name", "process", "rounds", "drafts", "drafters", "critics", "judges", "moderator", "budget",
    "approvals", "manager_agent", "delegation",
  ]
  static let delegation = ["depth", "tasks"]
  static let configuration = ["approvals", "trusted_keys", "variables", "addresses", "sources", "discounts"]
  static let discount = ["service", "region", "percent"]
  static let approvals = ["self", "at_risk", "price_threshold", "one_login"]
  static let budget = ["dollars", "tokens", "calls", "minutes"]
  static let model = [
    "api", "base_url", "api_key_env", "api_key_header", "api_key_prefix", "key_command", "headers", "price",
    "allow_unpriced", "context_length", "max_tokens", "max_tokens_parameter", "omit", "temperature", "seed",
    "reasoning_effort", "thinking_budget", "service_tier", "extra_body", "structured_output", "rpm", "tpm",
    "concurrency", "attempts", "timeouts",
  ]
  static let toolServer = ["command", "url", "env", "token_env", "digest", "seconds", "calls"]
  static let price = ["input", "output", "cached_input"]
  static let timeouts = ["connect", "first_byte", "idle", "total"]
  static let agent =
    [
      "role", "goal", "backstory", "llm", "priority", "focus", "veto", "tools", "max_iter", "max_rpm",
      "max_execution_time", "allow_delegation",
    ]
    + agentWithoutEffect
  static let task =
    [
      "description", "expected_output", "agent", "context", "async_execution", "output_file", "human_input",
      "guardrail", "guardrails", "guardrail_max_retries", "condition", "max_execution_time", "markdown",
    ]
    + taskWithoutEffect

  /// CrewAI's keys (crewai.Agent) that change nothing here.
  static let agentWithoutEffect = [
    "verbose", "cache", "function_calling_llm", "step_callback", "system_template",
    "prompt_template", "response_template", "allow_code_execution", "code_execution_mode", "max_retry_limit",
    "respect_context_window", "use_system_prompt", "multimodal", "inject_date", "date_format", "reasoning",
    "max_reasoning_attempts", "knowledge_sources", "embedder",
  ]
  /// CrewAI's keys (crewai.Task) that change nothing here.
  static let taskWithoutEffect = [
    "name", "tools", "output_json", "output_pydantic", "callback", "create_directory", "config",
  ]
}
