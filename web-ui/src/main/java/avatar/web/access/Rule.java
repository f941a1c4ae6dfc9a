package avatar.web.access;

import avatar.access.Scope;
import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** What a route needs: one requirement for requests that read, and one for those that change something. */
public record Rule(Requirement read, Requirement write) {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    public static Rule of(Scope scope, Subject subject) {
        Requirement requirement = new Requirement(scope, subject);
        return new Rule(requirement, requirement);
    }

    /** The same for what reads, and this for what writes. */
    public Rule writing(Scope scope, Subject subject) {
        return new Rule(read, new Requirement(scope, subject));
    }

    public Requirement of(HttpMethod method) {
        return READING.contains(method) ? read : write;
    }
}
