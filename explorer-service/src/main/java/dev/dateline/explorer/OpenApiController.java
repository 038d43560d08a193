package dev.dateline.explorer;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this API promises, for programs. */
@RestController
class OpenApiController {

    @GetMapping(path = "/openapi", produces = "application/yaml")
    Resource description() {
        return new ClassPathResource("explorer/openapi.yaml");
    }
}
