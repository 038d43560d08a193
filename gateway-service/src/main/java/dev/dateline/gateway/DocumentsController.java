package dev.dateline.gateway;

import java.net.URI;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract, and a page to try it; both lie in this package's resources, which no other service's get mixed with. */
@RestController
final class DocumentsController {

    @GetMapping("/openapi")
    ResponseEntity<Resource> contract() {
        return resource("openapi.json", MediaType.APPLICATION_JSON);
    }

    @GetMapping("/docs")
    ResponseEntity<Resource> page() {
        return resource("docs.html", MediaType.TEXT_HTML);
    }

    @GetMapping("/docs.css")
    ResponseEntity<Resource> style() {
        return resource("docs.css", MediaType.valueOf("text/css"));
    }

    @GetMapping("/docs.js")
    ResponseEntity<Resource> script() {
        return resource("docs.js", MediaType.valueOf("text/javascript"));
    }

    @GetMapping("/")
    ResponseEntity<Void> start() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/docs"))
                .build();
    }

    private static ResponseEntity<Resource> resource(String name, MediaType type) {
        return ResponseEntity.ok().contentType(type).body(new ClassPathResource(name, DocumentsController.class));
    }
}
