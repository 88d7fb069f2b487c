// The shapes of states out of the atlas: Natural Earth as TopoJSON. What it gives to one side and
// others dispute is taken out here or drawn with broken lines; see docs/desk/standings.md.
import { geoContains } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { Feature, Geometry, MultiLineString } from "geojson";
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon,
  Polygon,
  Topology,
} from "topojson-specification";
import coarse from "world-atlas/countries-110m.json?url";
import fine from "world-atlas/countries-50m.json?url";
import disputed from "./disputed.json";
import states from "./states.json";

export interface State {
  code: string;
  name: string;
  at: [number, number]; // longitude and latitude of its capital
}

export interface Atlas {
  lands: Feature<Geometry>[]; // one of each state, with its code as id; nobody's have none
  borders: MultiLineString;
  brokenBorders: MultiLineString;
}

type Named = { name?: string };
type Countries = GeometryCollection<Named>;

const rows = states as [string, string | null, string, number, number][];

export const STATES = new Map<string, State>(
  rows.map(([code, , name, longitude, latitude]) => [code, { code, name, at: [longitude, latitude] }]),
);

const codes = new Map(rows.flatMap(([code, number]) => (number ? [[number, code] as const] : [])));
const WITHOUT_NUMBER = new Map([["Kosovo", "KOS"]]);

// Land that the atlas counts to the state that holds it, and that nobody's colour may fill.
const HELD: [state: string, point: [number, number]][] = [["643", [34.2, 45.3]]]; // Crimea

const broken = new Set((disputed as string[][]).map(([one, other]) => pair(one!, other!)));

export async function atlas(detail: "coarse" | "fine"): Promise<Atlas> {
  const answer = await fetch(detail === "coarse" ? coarse : fine);
  if (!answer.ok) throw new Error(`The atlas is not there: ${answer.status}`);
  return read((await answer.json()) as Topology<{ countries: Countries }>);
}

export function read(topology: Topology<{ countries: Countries }>): Atlas {
  const geometries = topology.objects.countries.geometries.flatMap((each) => part(topology, each));
  const countries = { type: "GeometryCollection", geometries } as Countries;
  const between = (wanted: boolean) =>
    mesh(topology, countries, (a, b) => a !== b && broken.has(pair(name(a), name(b))) === wanted);
  return {
    lands: geometries.map((each) => ({ ...shape(topology, each), id: codeOf(each) })),
    borders: between(false),
    brokenBorders: between(true),
  };
}

function shape(topology: Topology, geometry: GeometryObject): Feature<Geometry> {
  return feature(topology, geometry as Polygon) as Feature<Geometry>;
}

// Take land that is held by another out of a state, as land of nobody.
function part(topology: Topology, geometry: GeometryObject<Named>): GeometryObject<Named>[] {
  const held = HELD.find(([state]) => state === geometry.id);
  if (!held || geometry.type !== "MultiPolygon") return [geometry];
  const polygons = geometry.arcs.map((arcs): Polygon => ({ type: "Polygon", arcs }));
  const taken = polygons.filter((each) => geoContains(shape(topology, each), held[1]));
  const kept = polygons.filter((each) => !taken.includes(each)).map((each) => each.arcs);
  return [{ ...geometry, arcs: kept } as MultiPolygon<Named>, ...taken];
}

function codeOf(geometry: GeometryObject): string {
  if (geometry.id !== undefined) return codes.get(String(geometry.id)) ?? "";
  return WITHOUT_NUMBER.get(name(geometry)) ?? "";
}

function name(geometry: GeometryObject): string {
  return String(geometry.id ?? (geometry.properties as Named | undefined)?.name ?? "");
}

function pair(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
