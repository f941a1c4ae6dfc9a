package avatar.web.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Joins answers that are lists, or objects whose fields are lists. */
final class JoinedLists {

    private JoinedLists() {}

    /**
     * One list, or one object, of all.
     *
     * @param answers all of one form: arrays, or objects with the same fields
     * @param isShown which entries are kept, by their ids
     */
    static Object of(List<?> answers, Predicate<String> isShown) {
        List<JsonObject> objects = of(answers, JsonObject.class);
        return objects.isEmpty() ? joined(of(answers, JsonArray.class), isShown) : joinedFields(objects, isShown);
    }

    private static JsonObject joinedFields(List<JsonObject> objects, Predicate<String> isShown) {
        JsonObject joined = new JsonObject();
        Collection<String> names = new TreeSet<>();
        objects.forEach(object -> names.addAll(object.fieldNames()));
        for (String name : names) {
            List<Object> values = objects.stream()
                    .flatMap(object -> Stream.ofNullable(object.getValue(name)))
                    .toList();
            List<JsonArray> lists = of(values, JsonArray.class);
            joined.put(
                    name, lists.isEmpty() ? values.stream().findFirst().orElse(null) : sorted(joined(lists, isShown)));
        }
        return joined;
    }

    /** While a channel moves, two compositors may list it: the first counts. */
    private static JsonArray joined(List<JsonArray> lists, Predicate<String> isShown) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        lists.forEach(list -> list.forEach(entry -> entries.putIfAbsent(idOf(entry), entry)));
        entries.keySet().removeIf(id -> !isShown.test(id.toString()));
        return new JsonArray(List.copyOf(entries.values()));
    }

    private static JsonArray sorted(JsonArray list) {
        return new JsonArray(list.stream()
                .sorted(Comparator.comparing(entry -> idOf(entry).toString()))
                .toList());
    }

    /** The entry itself where it has no id. */
    private static Object idOf(Object entry) {
        return entry instanceof JsonObject object ? object.getValue("id", object.getValue("channel", entry)) : entry;
    }

    private static <T> List<T> of(List<?> values, Class<T> type) {
        return values.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
