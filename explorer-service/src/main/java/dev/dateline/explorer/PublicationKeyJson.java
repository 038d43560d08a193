package dev.dateline.explorer;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.dateline.model.PublicationKey;
import org.springframework.boot.jackson.JacksonMixin;

/** In JSON a publication's key is its text. */
@JacksonMixin(PublicationKey.class)
interface PublicationKeyJson {

    @JsonValue
    String value();
}
