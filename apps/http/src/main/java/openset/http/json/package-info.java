/** Records as JSON, read strictly. Start at {@link openset.http.json.Json}. */
package openset.http.json;
