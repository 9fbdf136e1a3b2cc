# Azure AI services: an account is billed for what it is asked, or for a commitment to so much a month and what is beyond it.

function "records" {
  params = ["name", "amount", "key"]
  result = used(name, "1K records", thousand(amount), price("cognitive", key))
}

# A commitment of the sizes that are sold; what goes beyond it has a price of its own.
function "commitment" {
  params = ["name", "unit", "size", "beyond", "divisor", "key"]
  result = size == null ? null : [
    fixed(endswith(name, ")") ? name : "${name} (commitment)", unit, size / divisor, price("cognitive", "${key}/${size}") / size * divisor),
    beyond == null ? null : used(endswith(name, ")") ? "${trimsuffix(name, ")")} overage)" : "${name} (commitment overage)", unit, beyond / divisor, price("cognitive", "${key}/${size}/overage") * divisor),
  ]
}

tables {
  speech_usage = [
    "monthly_commitment_speech_to_text_standard_hrs", "monthly_commitment_speech_to_text_standard_overage_hrs", "monthly_commitment_speech_to_text_custom_hrs",
    "monthly_commitment_speech_to_text_custom_overage_hrs", "monthly_commitment_speech_to_text_enhanced_add_on_hrs", "monthly_commitment_speech_to_text_enhanced_add_on_overage_hrs",
    "monthly_commitment_text_to_speech_neural_chars", "monthly_commitment_text_to_speech_neural_overage_chars",
    "monthly_connected_container_commitment_speech_to_text_standard_hrs", "monthly_connected_container_commitment_speech_to_text_standard_overage_hrs",
    "monthly_connected_container_commitment_speech_to_text_custom_hrs", "monthly_connected_container_commitment_speech_to_text_custom_overage_hrs",
    "monthly_connected_container_commitment_speech_to_text_enhanced_add_on_hrs", "monthly_connected_container_commitment_speech_to_text_enhanced_add_on_overage_hrs",
    "monthly_connected_container_commitment_text_to_speech_neural_chars", "monthly_connected_container_commitment_text_to_speech_neural_overage_chars",
    "monthly_speech_to_text_standard_hrs", "monthly_speech_to_text_standard_batch_hrs", "monthly_speech_to_text_custom_hrs", "monthly_speech_to_text_custom_batch_hrs",
    "monthly_speech_to_text_custom_endpoint_hrs", "monthly_speech_to_text_custom_training_hrs", "monthly_speech_to_text_enhanced_add_ons_hrs",
    "monthly_speech_to_text_conversation_transcription_multi_channel_audio_hrs", "monthly_text_to_speech_neural_chars", "monthly_text_to_speech_custom_neural_training_hrs",
    "monthly_text_to_speech_custom_neural_chars", "monthly_text_to_speech_custom_neural_endpoint_hrs", "monthly_text_to_speech_long_audio_chars",
    "monthly_text_to_speech_personal_voice_profiles", "monthly_text_to_speech_personal_voice_chars", "monthly_speech_translation_hrs", "monthly_speaker_verification_transactions",
    "monthly_speaker_identification_transactions", "monthly_voice_profiles",
  ]
  language_usage = [
    "monthly_commitment_language_text_analytics_records", "monthly_commitment_language_text_analytics_overage_records", "monthly_commitment_language_summarization_records",
    "monthly_commitment_language_summarization_overage_records", "monthly_connected_container_commitment_language_text_analytics_records",
    "monthly_connected_container_commitment_language_text_analytics_overage_records", "monthly_connected_container_commitment_language_summarization_records",
    "monthly_connected_container_commitment_language_summarization_overage_records", "monthly_language_text_analytics_records", "monthly_language_summarization_records",
    "monthly_language_conversational_language_understanding_records", "monthly_language_conversational_language_understanding_advanced_training_hours",
    "monthly_language_customized_text_classification_records", "monthly_language_customized_summarization_records", "monthly_language_customized_question_answering_text_records",
    "monthly_language_text_analytics_for_health_text_records",
  ]
  luis_usage = ["monthly_commitment_luis_text_requests", "monthly_commitment_luis_text_overage_requests", "monthly_luis_text_requests", "monthly_luis_speech_requests"]
}

function "speech" {
  params = ["use"]
  result = [
    commitment("Speech to text", "hours", use.monthly_commitment_speech_to_text_standard_hrs, use.monthly_commitment_speech_to_text_standard_overage_hrs, 1, "stt/azure"),
    commitment("Speech to text custom model", "hours", use.monthly_commitment_speech_to_text_custom_hrs, use.monthly_commitment_speech_to_text_custom_overage_hrs, 1, "stt-custom/azure"),
    commitment("Speech to text enhanced add-ons", "hours", use.monthly_commitment_speech_to_text_enhanced_add_on_hrs, use.monthly_commitment_speech_to_text_enhanced_add_on_overage_hrs, 1, "stt-add-on/azure"),
    commitment("Text to speech neural", "1M characters", use.monthly_commitment_text_to_speech_neural_chars, use.monthly_commitment_text_to_speech_neural_overage_chars, 1000000, "tts/azure"),
    commitment("Speech to text (connected container commitment)", "hours", use.monthly_connected_container_commitment_speech_to_text_standard_hrs, use.monthly_connected_container_commitment_speech_to_text_standard_overage_hrs, 1, "stt/connected"),
    commitment("Speech to text custom model (connected container commitment)", "hours", use.monthly_connected_container_commitment_speech_to_text_custom_hrs, use.monthly_connected_container_commitment_speech_to_text_custom_overage_hrs, 1, "stt-custom/connected"),
    commitment("Speech to text enhanced add-ons (connected container commitment)", "hours", use.monthly_connected_container_commitment_speech_to_text_enhanced_add_on_hrs, use.monthly_connected_container_commitment_speech_to_text_enhanced_add_on_overage_hrs, 1, "stt-add-on/connected"),
    commitment("Text to speech neural (connected container commitment)", "1M characters", use.monthly_connected_container_commitment_text_to_speech_neural_chars, use.monthly_connected_container_commitment_text_to_speech_neural_overage_chars, 1000000, "tts/connected"),
    used("Speech to text", "hours", use.monthly_speech_to_text_standard_hrs, price("cognitive", "stt")),
    used("Speech to text batch", "hours", use.monthly_speech_to_text_standard_batch_hrs, price("cognitive", "stt/batch")),
    used("Speech to text custom model", "hours", use.monthly_speech_to_text_custom_hrs, price("cognitive", "stt-custom")),
    used("Speech to text custom model batch", "hours", use.monthly_speech_to_text_custom_batch_hrs, price("cognitive", "stt-custom/batch")),
    used("Speech to text custom endpoint hosting", "hours", use.monthly_speech_to_text_custom_endpoint_hrs, price("cognitive", "stt-custom/hosting")),
    used("Speech to text custom training", "hours", use.monthly_speech_to_text_custom_training_hrs, price("cognitive", "stt-custom/training")),
    used("Speech to text enhanced add-ons", "hours", use.monthly_speech_to_text_enhanced_add_ons_hrs, price("cognitive", "stt-add-on")),
    used("Speech to text conversation transcription multi-channel audio", "hours", use.monthly_speech_to_text_conversation_transcription_multi_channel_audio_hrs, price("cognitive", "stt/multi-channel")),
    used("Text to speech neural", "1M characters", million(use.monthly_text_to_speech_neural_chars), price("cognitive", "tts")),
    used("Text to speech custom neural training", "hours", use.monthly_text_to_speech_custom_neural_training_hrs, price("cognitive", "tts-custom/training")),
    used("Text to speech custom neural", "1M characters", million(use.monthly_text_to_speech_custom_neural_chars), price("cognitive", "tts-custom")),
    used("Text to speech custom neural endpoint hosting", "hours", use.monthly_text_to_speech_custom_neural_endpoint_hrs, price("cognitive", "tts-custom/hosting")),
    used("Text to speech long audio", "1M characters", million(use.monthly_text_to_speech_long_audio_chars), price("cognitive", "tts/long-audio")),
    used("Text to speech personal voice profiles", "1K profiles", thousand(use.monthly_text_to_speech_personal_voice_profiles), price("cognitive", "tts/personal-profile")),
    used("Text to speech personal voice characters", "1M characters", million(use.monthly_text_to_speech_personal_voice_chars), price("cognitive", "tts/personal")),
    used("Speech translation", "hours", use.monthly_speech_translation_hrs, price("cognitive", "translation")),
    used("Speaker verification", "1K transactions", thousand(use.monthly_speaker_verification_transactions), price("cognitive", "speaker/verification")),
    used("Speaker identification", "1K transactions", thousand(use.monthly_speaker_identification_transactions), price("cognitive", "speaker/identification")),
    used("Voice profiles", "1K profiles", thousand(use.monthly_voice_profiles), price("cognitive", "voice-profile")),
  ]
}

function "language" {
  params = ["use"]
  result = [
    commitment("Text analytics", "1K records", use.monthly_commitment_language_text_analytics_records, use.monthly_commitment_language_text_analytics_overage_records, 1000, "language/azure"),
    commitment("Text analytics (connected container commitment)", "1K records", use.monthly_connected_container_commitment_language_text_analytics_records, use.monthly_connected_container_commitment_language_text_analytics_overage_records, 1000, "language/connected"),
    commitment("Summarization", "1K records", use.monthly_commitment_language_summarization_records, use.monthly_commitment_language_summarization_overage_records, 1000, "summarization/azure"),
    commitment("Summarization (connected container commitment)", "1K records", use.monthly_connected_container_commitment_language_summarization_records, use.monthly_connected_container_commitment_language_summarization_overage_records, 1000, "summarization/connected"),
    tiers("Text analytics", "1K records", use.monthly_language_text_analytics_records, 1000, [
      [500000, "first 500K", price("cognitive", "language/1")], [2000000, "500K-2.5M", price("cognitive", "language/2")],
      [7500000, "2.5M-10M", price("cognitive", "language/3")], [null, "over 10M", price("cognitive", "language/4")],
    ]),
    records("Summarization", use.monthly_language_summarization_records, "summarization"),
    records("Conversational language understanding", use.monthly_language_conversational_language_understanding_records, "clu"),
    used("Conversational language understanding advanced training", "hours", use.monthly_language_conversational_language_understanding_advanced_training_hours, price("cognitive", "clu/training")),
    records("Customized text classification", use.monthly_language_customized_text_classification_records, "classification"),
    records("Customized summarization", use.monthly_language_customized_summarization_records, "summarization/custom"),
    records("Customized question answering", use.monthly_language_customized_question_answering_text_records, "question-answering"),
    tiers("Text analytics for health", "1K records", use.monthly_language_text_analytics_for_health_text_records == null ? null : max(0, use.monthly_language_text_analytics_for_health_text_records - 5000), 1000, [
      [495000, "5K-500K", price("cognitive", "health/1")], [2000000, "500K-2.5M", price("cognitive", "health/2")], [null, "over 2.5M", price("cognitive", "health/3")],
    ]),
  ]
}

resource "azurerm_cognitive_account" "azurerm_ai_services" {
  usage = concat(speech_usage, language_usage, luis_usage)
  kind  = coalesce(self.kind, "AIServices")
  components = upper(coalesce(self.sku_name, "S0")) == "F0" || kind == "OpenAI" ? [] : kind == "SpeechServices" ? speech(usage) : kind == "TextAnalytics" ? language(usage) : kind == "LUIS" ? [
    commitment("Text requests", "1K transactions", usage.monthly_commitment_luis_text_requests, usage.monthly_commitment_luis_text_overage_requests, 1000, "luis/azure"),
    used("Text requests", "1K transactions", thousand(usage.monthly_luis_text_requests), price("cognitive", "luis/text")),
    used("Speech requests", "1K transactions", thousand(usage.monthly_luis_speech_requests), price("cognitive", "luis/speech")),
  ] : unpriced("what accounts of the kind ${kind} are asked has no price here")
}

resource "azurerm_cognitive_deployment" {
  usage = [
    "monthly_language_input_tokens", "monthly_language_output_tokens", "monthly_code_interpreter_sessions", "monthly_base_model_tokens", "monthly_fine_tuning_training_hours",
    "monthly_fine_tuning_hosting_hours", "monthly_fine_tuning_input_tokens", "monthly_fine_tuning_output_tokens", "monthly_standard_1024x1024_images", "monthly_standard_1024x1792_images",
    "monthly_hd_1024x1024_images", "monthly_hd_1024x1792_images", "monthly_text_embedding_tokens", "monthly_text_to_speech_characters", "monthly_text_to_speech_hours",
  ]
  name = self.model[0].name
  hour = coalesce(self.sku[0].name, self.scale[0].type, "Standard")
  kind = startswith(coalesce(name, "none"), "text-embedding") ? "embedding" : startswith(coalesce(name, "none"), "dall-e") ? "image" : name == "whisper" ? "hours" : startswith(coalesce(name, "none"), "tts") ? "characters" : startswith(coalesce(name, "none"), "gpt") || startswith(coalesce(name, "none"), "o") ? "language" : "base"
  components = (hour == "ProvisionedManaged" ? unpriced("provisioned throughput has no price here") : kind == "language" ? [
    used("Language input (${name})", "1K tokens", thousand(usage.monthly_language_input_tokens), price("cognitive", "openai/${name}/input")),
    used("Language output (${name})", "1K tokens", thousand(usage.monthly_language_output_tokens), price("cognitive", "openai/${name}/output")),
  ] : kind == "embedding" ? used("Text embeddings (${name})", "1K tokens", thousand(usage.monthly_text_embedding_tokens), price("cognitive", "openai/${name}/input")) :
  kind == "image" ? [
    used("Standard 1024x1024 images (${name})", "100 images", usage.monthly_standard_1024x1024_images == null ? null : usage.monthly_standard_1024x1024_images / 100, price("cognitive", "openai/${name}/standard")),
    name == "dall-e-2" ? null : [
      used("Standard 1024x1792 images (${name})", "100 images", usage.monthly_standard_1024x1792_images == null ? null : usage.monthly_standard_1024x1792_images / 100, price("cognitive", "openai/${name}/standard-large")),
      used("HD 1024x1024 images (${name})", "100 images", usage.monthly_hd_1024x1024_images == null ? null : usage.monthly_hd_1024x1024_images / 100, price("cognitive", "openai/${name}/hd")),
      used("HD 1024x1792 images (${name})", "100 images", usage.monthly_hd_1024x1792_images == null ? null : usage.monthly_hd_1024x1792_images / 100, price("cognitive", "openai/${name}/hd-large")),
    ],
  ] : kind == "hours" ? used("Text to speech (${name})", "hours", usage.monthly_text_to_speech_hours, price("cognitive", "openai/${name}/hour")) :
  kind == "characters" ? used("Text to speech (${name})", "1M characters", million(usage.monthly_text_to_speech_characters), price("cognitive", "openai/${name}/characters")) : [
    used("Base model tokens (${name})", "1K tokens", thousand(usage.monthly_base_model_tokens), price("cognitive", "openai/${name}/input")),
    used("Fine tuning training (${name})", "hours", usage.monthly_fine_tuning_training_hours, price("cognitive", "openai/${name}/training")),
    used("Fine tuning hosting (${name})", "hours", usage.monthly_fine_tuning_hosting_hours, price("cognitive", "openai/${name}/hosting")),
    used("Fine tuning input (${name})", "1K tokens", thousand(usage.monthly_fine_tuning_input_tokens), price("cognitive", "openai/${name}/tuned-input")),
    used("Fine tuning output (${name})", "1K tokens", thousand(usage.monthly_fine_tuning_output_tokens), price("cognitive", "openai/${name}/tuned-output")),
  ]
  )
}
