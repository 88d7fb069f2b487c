"""List the crises of a store with their stories and articles."""

import sys

from dragoman.crises.stories import Crises, Stories
from dragoman.store import Store

with Store.open(sys.argv[1]) as store, store.view() as view:
    stories = Stories(view)
    for crisis in Crises(view).all():
        print(f"{crisis.title}: {crisis.stories} stories, {crisis.articles} articles")
        for story in stories.all(crisis=crisis.id):
            print(f"  {story.first_day} {story.title} ({', '.join(story.keywords)})")
            for article in stories.articles(story.id):
                print(f"    {article.outlet}: {article.title}")
